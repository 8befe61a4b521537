/* The list of open tickets: those due soon and those late are marked; a box to search them all. */
#include "desk.h"

enum { ID, NUMBER, STAGE, UNIT, MATTER, BY, STANDING, COLOUR, COLUMNS };

static GtkListStore *store;
static GtkWidget *search, *table;

static const int64_t A_DAY = 86400000;

static void add(const gd_ticket *ticket)
{
    int64_t by = gd_ticket_running_by(ticket);
    int late = gd_ticket_is_overdue(ticket, desk.now);
    int soon = !late && by != GD_NO_MOMENT && by - desk.now < A_DAY;
    gtk_list_store_insert_with_values(
        store, NULL, -1, ID, (gint64)gd_ticket_id(ticket), NUMBER, gd_ticket_number(ticket), STAGE,
        gd_term(GD_LIST_STAGE, gd_ticket_stage(ticket)), UNIT, or_dash(gd_ticket_unit(ticket)), MATTER,
        or_dash(gd_ticket_matter(ticket)), BY, moment_text(by), STANDING, late ? "超期" : soon ? "临期" : "",
        COLOUR, late ? "#b00020" : soon ? "#b26a00" : "#202020", -1);
}

void list_refresh(void)
{
    gd_filter filter = GD_FILTER_INIT;
    gd_tickets *tickets = NULL;
    gd_status status;
    char *counted;
    uint64_t i;
    filter.text = gtk_entry_get_text(GTK_ENTRY(search));
    filter.open = filter.text[0] == '\0';
    filter.limit = 500;
    status = gd_hotline_find(desk.hotline, &filter, &tickets);
    gtk_list_store_clear(store);
    if (status != GD_OK) {
        say(NULL, status);
        return;
    }
    for (i = 0; i < gd_tickets_count(tickets); i++) {
        add(gd_tickets_at(tickets, i));
    }
    counted = g_strdup_printf("共 %lu 件", (unsigned long)gd_tickets_total(tickets));
    say(counted, GD_OK);
    g_free(counted);
    gd_tickets_free(tickets);
}

static void opened(GtkTreeView *view, GtkTreePath *path, GtkTreeViewColumn *column, gpointer unused)
{
    GtkTreeIter row;
    gint64 id = 0;
    (void)view, (void)column, (void)unused;
    if (gtk_tree_model_get_iter(GTK_TREE_MODEL(store), &row, path)) {
        gtk_tree_model_get(GTK_TREE_MODEL(store), &row, ID, &id, -1);
        ticket_show(id);
    }
}

static void open_first(GtkWidget *widget, gpointer unused)
{
    GtkTreePath *path = gtk_tree_path_new_first();
    (void)widget, (void)unused;
    opened(GTK_TREE_VIEW(table), path, NULL, NULL);
    gtk_tree_path_free(path);
}

static void column(const char *title, int text)
{
    GtkCellRenderer *cell = gtk_cell_renderer_text_new();
    gtk_tree_view_append_column(GTK_TREE_VIEW(table), gtk_tree_view_column_new_with_attributes(
        title, cell, "text", text, "foreground", COLOUR, NULL));
}

GtkWidget *list_page(GtkAccelGroup *keys)
{
    GtkWidget *page = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *top = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, 6);
    GtkWidget *scroll = gtk_scrolled_window_new(NULL, NULL);
    store = gtk_list_store_new(COLUMNS, G_TYPE_INT64, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING,
                               G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
    table = gtk_tree_view_new_with_model(GTK_TREE_MODEL(store));
    column("编号", NUMBER);
    column("阶段", STAGE);
    column("承办单位", UNIT);
    column("诉求", MATTER);
    column("时限", BY);
    column("", STANDING);
    g_signal_connect(table, "row-activated", G_CALLBACK(opened), NULL);
    search = gtk_search_entry_new();
    gtk_entry_set_placeholder_text(GTK_ENTRY(search), "查找全部工单");
    g_signal_connect(search, "activate", G_CALLBACK(list_refresh), NULL);
    gtk_box_pack_start(GTK_BOX(top), search, TRUE, TRUE, 6);
    gtk_box_pack_start(GTK_BOX(top), button(keys, "刷新 F5", GDK_KEY_F5, G_CALLBACK(list_refresh)), FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(top), button(keys, "打开第一件 F6", GDK_KEY_F6, G_CALLBACK(open_first)), FALSE, FALSE, 6);
    gtk_container_add(GTK_CONTAINER(scroll), table);
    gtk_box_pack_start(GTK_BOX(page), top, FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(page), scroll, TRUE, TRUE, 0);
    return page;
}
