/* SPDX-License-Identifier: MIT */
#include "export/order.h"

#include <string.h>

#include "model/arena.h"

enum { MOST_WAITING = 64 << 20 /* bytes */ };

/* A report that waits; its texts stand behind it, absent ones are empty. */
struct waiting {
    struct waiting *next;
    size_t size;
    int loader, line;
    const char *kind, *path, *record, *text;
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
release(struct cx_order *order, size_t target)
{
    struct cx_order_turn *turn = &order->turns[target];
    while (turn->first != NULL) {
        struct waiting *at = turn->first;
        const struct catex_report report = {
            .kind = at->kind, .path = or_null(at->path), .line = at->line,
            .record = or_null(at->record), .text = at->text};
        cx_job_report(order->job, target, at->loader, &report);
        turn->first = at->next;
        order->waiting -= at->size;
        cx_free(at);
    }
    turn->end = &turn->first;
}

/* Copies @text to *@at, and moves that behind it. */
static const char *
put(char **at, const char *text)
{
    const char *copy = *at;
    *at = stpcpy(*at, text == NULL ? "" : text) + 1;
    return copy;
}

static size_t
size_of(const char *text)
{
    return (text == NULL ? 0 : strlen(text)) + 1;
}

/* 0 where it may not, or cannot wait. */
static int
keep(struct cx_order *order, size_t target, int loader,
     const struct catex_report *report)
{
    size_t size = sizeof(struct waiting) + size_of(report->kind) +
                  size_of(report->path) + size_of(report->record) +
                  size_of(report->text);
    if (order->waiting + size > MOST_WAITING)
        return 0;
    struct waiting *new = cx_malloc(size);
    if (new == NULL)
        return 0;
    char *at = (char *)(new + 1);
    *new = (struct waiting){
        .size = size, .loader = loader, .line = report->line};
    new->kind = put(&at, report->kind);
    new->path = put(&at, report->path);
    new->record = put(&at, report->record);
    new->text = put(&at, report->text);
    *order->turns[target].end = new;
    order->turns[target].end = &new->next;
    order->waiting += size;
    return 1;
}

void
cx_order_report(struct cx_order *order, size_t target, int loader,
                const struct catex_report *report)
{
    if (order->turns != NULL && target > order->turn &&
        keep(order, target, loader, report))
        return;
    if (order->turns != NULL)
        release(order, target); /* what it said before */
    cx_job_report(order->job, target, loader, report);
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
