/* SPDX-License-Identifier: MIT */
/** All of catex for a program that embeds it. */
#ifndef CATEX_CATEX_H
#define CATEX_CATEX_H

#include <catex/error.h>
#include <catex/exporter.h>
#include <catex/host.h>
#include <catex/load.h>
#include <catex/model.h>
#include <catex/shape.h>
#include <catex/text.h>
#include <catex/version.h>
#include <catex/writer.h>

#endif
