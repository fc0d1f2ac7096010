/* SPDX-License-Identifier: MIT */
/* What the children of a job report, in the order of its targets and not in
 * that of the clock. */
#ifndef CX_ORDER_H
#define CX_ORDER_H

#include "export/job.h"

struct cx_order_turn;

struct cx_order {
    struct cx_job *job;
    struct cx_order_turn *turns; /* one a target; NULL: without memory */
    size_t turn;                 /* the target that may speak */
    size_t waiting;              /* bytes of what the others have said */
};

void cx_order_init(struct cx_order *order, struct cx_job *job);
void cx_order_free(struct cx_order *order);

/* Passes a report on, or keeps it until it is the turn of @target. When what
 * waits has become too much for memory, it passes everything on as it comes:
 * nothing is lost. @loader as of cx_job_report(). */
void cx_order_report(struct cx_order *order, size_t target, int loader,
                     const struct catex_report *report);

/* @target will say no more. */
void cx_order_ended(struct cx_order *order, size_t target);

#endif
