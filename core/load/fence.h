/* SPDX-License-Identifier: MIT */
/* What is read as it stands: code between fences (CommonMark 4.5), comments. */
#ifndef CX_FENCE_H
#define CX_FENCE_H

#include "load/line.h"

/* Where a walk through the lines is; zero before the first. */
struct cx_fence {
    char sign; /* '`' or '~' in code, '!' in a comment, NUL outside */
    size_t size;
    bool item; /* begun behind the mark of a list or quotation, within it */
};

/* Moves on by @line, which may be one that opens or closes the code. */
void cx_follow_fence(struct cx_line line, struct cx_fence *fence);

#endif
