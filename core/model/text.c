/* SPDX-License-Identifier: MIT */
/* UTF-8, and the model's rule for text. */
#include "model/text.h"

#include <stdio.h>
#include <string.h>

#include "model/byte.h"

int
cx_utf8_decode(const char *text, size_t size, uint32_t *ret_char)
{
    const unsigned char *s = (const unsigned char *)text;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    int n = size == 0       ? 0
            : s[0] < 0x80   ? 1
            : s[0] < 0xC2   ? 0
            : s[0] < 0xE0   ? 2
            : s[0] < 0xF0   ? 3
            : s[0] < 0xF5   ? 4
                            : 0;
    if (n == 0 || size < (size_t)n)
        return 0;
    uint32_t c = n == 1 ? s[0] : s[0] & (0x7Fu >> n);
    for (int i = 1; i < n; i++) {
        if ((s[i] & 0xC0) != 0x80)
            return 0;
        c = c << 6 | (s[i] & 0x3Fu);
    }
    if (c < least[n] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
        return 0;
    *ret_char = c;
    return n;
}

int
cx_utf8_encode(uint32_t c, char *out)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    int n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (int i = n - 1; i > 0; i--, c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)((0xF00u >> n & 0xFF) | c);
    return n;
}

int
cx_char_valid(uint32_t c)
{
    if (c < 0x20)
        return c == '\n' || c == '\t';
    return (c < 0x7F || c > 0x9F) && c != 0xFFFE && c != 0xFFFF;
}

/* How many bytes of printable ASCII @text begins with; most are. */
static size_t
printable(const char *text, size_t size)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), high = 0x80 * ones;
    size_t at = 0;
    /* Eight at a time: a byte's high bit is set in @odd if it is less than
     * 0x20, or 0x7F, or more. */
    for (; size - at >= 8; at += 8) {
        uint64_t word, odd;
        memcpy(&word, text + at, 8);
        odd = (word - 0x20 * ones) | (word + ones) | word;
        if ((odd & high) != 0)
            break;
    }
    while (at < size && text[at] >= 0x20 && text[at] < 0x7F)
        at++;
    return at;
}

size_t
cx_text_valid(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size) {
        at += printable(text + at, size - at);
        uint32_t c = 0;
        int n = cx_utf8_decode(text + at, size - at, &c);
        if (n == 0 || !cx_char_valid(c))
            break;
        at += (size_t)n;
    }
    return at;
}

size_t
cx_text_clean(struct cx_buffer *out, const char *text, size_t size)
{
    size_t replaced = 0;
    while (size > 0) {
        size_t good = cx_text_valid(text, size);
        cx_buffer_add(out, text, good);
        text += good;
        size -= good;
        if (size == 0)
            break;
        size_t bad = 1;
        if (*text == '\r') {
            if (size == 1 || text[1] != '\n')
                cx_buffer_putc(out, '\n');
        } else {
            uint32_t c;
            int n = cx_utf8_decode(text, size, &c);
            bad = n == 0 ? 1 : (size_t)n;
            cx_buffer_puts(out, "\xEF\xBF\xBD");
            replaced++;
        }
        text += bad;
        size -= bad;
    }
    return replaced;
}

size_t
cx_text_clip(const char *text, size_t size, size_t most)
{
    if (size <= most)
        return size;
    while (most > 0 && (text[most] & 0xC0) == 0x80)
        most--;
    return most;
}

void
cx_text_format(char *out, size_t size, const char *format, va_list args)
{
    vsnprintf(out, size, format, args);
    const char *at = out;
    char *to = out;
    int broken = 0; /* the bytes of one broken character give one mark */
    for (size_t left = strlen(out); left > 0;) {
        size_t good = printable(at, left);
        if (good > 0) {
            memmove(to, at, good);
            to += good;
            at += good;
            left -= good;
            broken = 0;
            continue;
        }
        uint32_t c = 0;
        int n = cx_utf8_decode(at, left, &c);
        if (n > 0 && c != '\n' && c != '\t' && cx_char_valid(c)) {
            memmove(to, at, (size_t)n);
            to += n;
        } else if (!broken || n > 0) {
            *to++ = c == '\n' || c == '\t' ? ' ' : '?';
        }
        broken = n == 0;
        at += n == 0 ? 1 : n;
        left -= n == 0 ? 1 : (size_t)n;
    }
    to[-broken] = '\0';
}

int
cx_is_ascii(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (text[i] & 0x80)
            return 0;
    return 1;
}

int
cx_is_among(const char *text, size_t size, const char *words)
{
    while (size > 0 && *words != '\0') {
        size_t same = 0;
        while (same < size && words[same] != ' ' &&
               cx_lower(text[same]) == words[same])
            same++;
        words += same;
        if (same == size && (*words == ' ' || *words == '\0'))
            return 1;
        while (*words != ' ' && *words != '\0')
            words++;
        words += *words == ' ';
    }
    return 0;
}
