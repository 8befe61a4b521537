/* Records of a text: one after the other, their lines `key TAB value`, a blank line between records. */
#ifndef RECORD_H
#define RECORD_H

#include "check.h"

#define MOST 40

struct record {
    char text[8192];
    const char *key[MOST];
    const char *value[MOST];
    int count;
};

static const char *get(const struct record *r, const char *key)
{
    int i;
    for (i = 0; i < r->count; i++) {
        if (strcmp(r->key[i], key) == 0) {
            return r->value[i];
        }
    }
    return NULL;
}

static int next(FILE *file, struct record *r)
{
    size_t used = 0;
    char *tab;
    r->count = 0;
    while (fgets(r->text + used, (int)(sizeof r->text - used), file) != NULL) {
        size_t length = strcspn(r->text + used, "\n");
        if (length == 0) {
            return 1;
        }
        r->text[used + length] = '\0';
        tab = strchr(r->text + used, '\t');
        *tab = '\0';
        r->key[r->count] = r->text + used;
        r->value[r->count++] = tab + 1;
        used += length + 1;
    }
    return r->count > 0;
}

static int32_t code(gd_list list, const char *name)
{
    int32_t found = 0;
    if (name != NULL) {
        OK(gd_code(list, name, &found));
    }
    return found;
}

#endif
