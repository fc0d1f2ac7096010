/* SPDX-License-Identifier: MIT */
#ifndef CATEX_ATTRIBUTES_H
#define CATEX_ATTRIBUTES_H

/** Marks a symbol that leaves a shared object: the library is built with
 * hidden visibility, so that nothing else does. */
#if defined(__GNUC__)
#define CATEX_PUBLIC __attribute__((__visibility__("default")))
#define CATEX_PRINTF(fmt, first) \
    __attribute__((__format__(__printf__, fmt, first)))
#else
#define CATEX_PUBLIC
#define CATEX_PRINTF(fmt, first)
#endif

#ifdef __cplusplus
#define CATEX_BEGIN extern "C" {
#define CATEX_END }
#else
#define CATEX_BEGIN
#define CATEX_END
#endif

#endif
