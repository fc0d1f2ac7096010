/* SPDX-License-Identifier: MIT */
/* What the children of a job report, in the order of its targets and not in
 * that of the clock. */
#ifndef CX_ORDER_H
#define CX_ORDER_H

#include "export/job.h"
#include "export/message.h"

struct cx_order_turn;

struct cx_order {
    struct cx_job *job;
    struct cx_order_turn *turns; /* one a target; NULL: without memory */
    size_t turn;                 /* the target that may speak */
    size_t waiting;              /* messages of the others */
};

void cx_order_init(struct cx_order *order, struct cx_job *job);
void cx_order_free(struct cx_order *order);

/* Passes the report in @message on, or keeps it until it is the turn of
 * @target. Where too many wait for memory, it passes them on as they come:
 * nothing is lost. */
void cx_order_report(struct cx_order *order, size_t target,
                     const struct cx_message *message);

/* @target will say no more. */
void cx_order_ended(struct cx_order *order, size_t target);

#endif
