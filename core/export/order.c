/* SPDX-License-Identifier: MIT */
#include "export/order.h"

#include "model/arena.h"

enum { MOST_WAITING = 40000 /* messages, some 60 MB */ };

struct waiting {
    struct waiting *next;
    struct cx_message message;
};

struct cx_order_turn {
    struct waiting *first, **end;
    int ended;
};

void
cx_order_init(struct cx_order *order, struct cx_job *job)
{
    *order = (struct cx_order){.job = job};
    order->turns = cx_malloc((job->count + 1) * sizeof *order->turns);
    for (size_t i = 0; order->turns != NULL && i < job->count; i++)
        order->turns[i] =
            (struct cx_order_turn){.end = &order->turns[i].first};
}

static const char *
or_null(const char *text)
{
    return text[0] == '\0' ? NULL : text;
}

static void
pass(const struct cx_order *order, size_t target,
     const struct cx_message *message)
{
    const struct catex_report report = {
        .kind = message->kind,
        .path = or_null(message->source),
        .line = message->line,
        .record = or_null(message->record),
        .text = message->text,
    };
    cx_job_report(order->job, target, message->type == CX_MESSAGE_FOUND,
                  &report);
}

static void
release(struct cx_order *order, size_t target)
{
    struct cx_order_turn *turn = &order->turns[target];
    while (turn->first != NULL) {
        struct waiting *at = turn->first;
        pass(order, target, &at->message);
        turn->first = at->next;
        order->waiting--;
        cx_free(at);
    }
    turn->end = &turn->first;
}

/* 0 where it may not, or cannot wait. */
static int
keep(struct cx_order *order, size_t target, const struct cx_message *message)
{
    struct cx_order_turn *turn = &order->turns[target];
    struct waiting *new =
        order->waiting < MOST_WAITING ? cx_malloc(sizeof *new) : NULL;
    if (new == NULL)
        return 0;
    *new = (struct waiting){NULL, *message};
    *turn->end = new;
    turn->end = &new->next;
    order->waiting++;
    return 1;
}

void
cx_order_report(struct cx_order *order, size_t target,
                const struct cx_message *message)
{
    if (order->turns != NULL && target > order->turn) {
        if (keep(order, target, message))
            return;
        release(order, target); /* what it said before */
    }
    pass(order, target, message);
}

void
cx_order_ended(struct cx_order *order, size_t target)
{
    if (order->turns == NULL)
        return;
    order->turns[target].ended = 1;
    for (; order->turn < order->job->count && order->turns[order->turn].ended;
         order->turn++)
        release(order, order->turn);
    if (order->turn < order->job->count)
        release(order, order->turn);
}

void
cx_order_free(struct cx_order *order)
{
    for (size_t i = 0; order->turns != NULL && i < order->job->count; i++)
        release(order, i);
    cx_free(order->turns);
}
