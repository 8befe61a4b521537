/* The window: three pages and a line for what the library says, which also goes to the terminal.
 * Usage: desk FILE [MOMENT [NAME]] */
#include "desk.h"

static void turned(GtkNotebook *pages, GtkWidget *page, guint number, gpointer unused)
{
    (void)pages, (void)page, (void)unused;
    if (number == 0) {
        list_refresh();
    } else if (number == 2) {
        figures_refresh();
    }
}

static void style(void)
{
    GtkCssProvider *css = gtk_css_provider_new();
    gtk_css_provider_load_from_data(css, ".refused { color: #b00020; font-weight: bold; }", -1, NULL);
    gtk_style_context_add_provider_for_screen(gdk_screen_get_default(), GTK_STYLE_PROVIDER(css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    g_object_unref(css);
}

static void build(void)
{
    GtkAccelGroup *keys = gtk_accel_group_new();
    GtkWidget *box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkNotebook *pages;
    desk.window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
    desk.pages = gtk_notebook_new();
    desk.said = gtk_label_new("");
    pages = GTK_NOTEBOOK(desk.pages);
    gtk_window_set_title(GTK_WINDOW(desk.window), "12345 热线工单");
    gtk_window_set_default_size(GTK_WINDOW(desk.window), 1100, 720);
    gtk_window_add_accel_group(GTK_WINDOW(desk.window), keys);
    gtk_notebook_append_page(pages, list_page(keys), gtk_label_new("未结工单"));
    gtk_notebook_append_page(pages, ticket_page(keys), gtk_label_new("工单"));
    gtk_notebook_append_page(pages, figures_page(), gtk_label_new("统计"));
    gtk_box_pack_start(GTK_BOX(box), desk.pages, TRUE, TRUE, 0);
    gtk_box_pack_start(GTK_BOX(box), desk.said, FALSE, FALSE, 6);
    gtk_container_add(GTK_CONTAINER(desk.window), box);
    g_signal_connect(pages, "switch-page", G_CALLBACK(turned), NULL);
    g_signal_connect(desk.window, "destroy", G_CALLBACK(gtk_main_quit), NULL);
}

int main(int count, char **given)
{
    gtk_init(&count, &given);
    desk.by = count > 3 ? given[3] : "坐席07";
    desk.now = gd_now();
    if (count < 2 || (count > 2 && gd_moment_read(given[2], &desk.now) != GD_OK)
        || gd_hotline_open(given[1], GD_OPEN_READ_WRITE, &desk.hotline) != GD_OK) {
        g_printerr("desk FILE [MOMENT [NAME]]: %s\n", gd_error_message());
        return 1;
    }
    style();
    build();
    list_refresh();
    gtk_widget_show_all(desk.window);
    gtk_main();
    gd_hotline_close(desk.hotline);
    return 0;
}
