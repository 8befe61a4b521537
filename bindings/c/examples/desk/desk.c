/* What every page has: the desk itself, the line for what the library says, and texts. */
#include "desk.h"

struct desk desk;

void say(const char *good, gd_status status)
{
    GtkStyleContext *style = gtk_widget_get_style_context(desk.said);
    const char *text = status == GD_OK ? good : gd_error_message();
    g_print("%s\n", text);
    gtk_label_set_text(GTK_LABEL(desk.said), text);
    if (status == GD_OK) {
        gtk_style_context_remove_class(style, "refused");
    } else {
        gtk_style_context_add_class(style, "refused");
    }
}

const char *moment_text(int64_t moment)
{
    static char text[8][24];
    static int next = 0;
    next = (next + 1) % 8;
    if (moment == GD_NO_MOMENT || gd_moment_write(moment, text[next], sizeof text[next]) != GD_OK) {
        return "—";
    }
    text[next][16] = '\0';
    return text[next];
}

const char *or_dash(const char *text)
{
    return text == NULL ? "—" : text;
}

GtkWidget *button(GtkAccelGroup *keys, const char *label, guint key, GCallback pressed)
{
    GtkWidget *made = gtk_button_new_with_label(label);
    gtk_widget_add_accelerator(made, "clicked", keys, key, 0, GTK_ACCEL_VISIBLE);
    g_signal_connect(made, "clicked", pressed, NULL);
    return made;
}
