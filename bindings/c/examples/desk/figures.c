/* The figures' page: a period, at first the month before the desk's clock, by unit: exact rates as the bulletin prints them. */
#include "desk.h"

enum { UNIT, ACCEPTED, HANDLED, LATE, PENDING, RATE, COLUMNS };

static GtkListStore *store;
static GtkWidget *summary, *period;

static gint64 value(const gd_figures *figures, uint64_t row, gd_count count)
{
    int64_t value = 0;
    gd_figures_value(figures, row, count, &value);
    return value;
}

static void add(const gd_figures *figures, uint64_t row, const char *label)
{
    gd_rate rate = GD_RATE_INIT;
    gd_figures_rate(figures, row, "satisfaction_rate", &rate);
    gtk_list_store_insert_with_values(
        store, NULL, -1, UNIT, label, ACCEPTED, value(figures, row, GD_COUNT_ACCEPTED), HANDLED,
        value(figures, row, GD_COUNT_HANDLED), LATE, value(figures, row, GD_COUNT_HANDLED_LATE), PENDING,
        value(figures, row, GD_COUNT_PENDING), RATE, rate.printed, -1);
}

static gd_figures *ask(gd_grouping by, const char *month)
{
    gd_question question = GD_QUESTION_INIT;
    gd_figures *figures = NULL;
    question.period = month;
    question.as_of = desk.now;
    question.by = &by;
    question.by_count = 1;
    gd_hotline_figures(desk.hotline, &question, &figures);
    return figures;
}

void figures_refresh(void)
{
    const char *month = gtk_entry_get_text(GTK_ENTRY(period));
    gd_figures *all, *units;
    gd_rate rate = GD_RATE_INIT;
    uint64_t row;
    char *text;
    gtk_list_store_clear(store);
    all = ask(GD_GROUPING_ALL, month);
    if (all == NULL) {
        say(NULL, gd_error_status());
        return;
    }
    units = ask(GD_GROUPING_UNIT, month);
    gd_figures_rate(all, GD_TOTAL, "closure_rate", &rate);
    text = g_strdup_printf("%s 受理 %ld 件,结案 %ld 件,%s %s", month, (long)value(all, GD_TOTAL, GD_COUNT_ACCEPTED),
                           (long)value(all, GD_TOTAL, GD_COUNT_CLOSED), gd_term(GD_LIST_MEASURE, 1), rate.printed);
    gtk_label_set_text(GTK_LABEL(summary), text);
    g_free(text);
    for (row = 0; row < gd_figures_count(units); row++) {
        add(units, row, gd_figures_label(units, row, 0));
    }
    add(units, GD_TOTAL, "合计");
    gd_figures_free(all);
    gd_figures_free(units);
}

/* The month before that of the clock, as `2020-09`. */
static char *month_before(void)
{
    int year = 0, month = 0;
    sscanf(moment_text(desk.now), "%d-%d", &year, &month);
    return month == 1 ? g_strdup_printf("%04d-12", year - 1) : g_strdup_printf("%04d-%02d", year, month - 1);
}

GtkWidget *figures_page(void)
{
    static const char *const HEADS[] = {"单位名称", "受理件数", "已办结数", "超期已办结", "待办理数", "满意率"};
    GtkWidget *page = gtk_box_new(GTK_ORIENTATION_VERTICAL, 6);
    GtkWidget *scroll = gtk_scrolled_window_new(NULL, NULL);
    GtkWidget *table;
    char *month = month_before();
    int i;
    store = gtk_list_store_new(COLUMNS, G_TYPE_STRING, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64,
                               G_TYPE_STRING);
    table = gtk_tree_view_new_with_model(GTK_TREE_MODEL(store));
    summary = gtk_label_new("");
    period = gtk_entry_new();
    gtk_entry_set_text(GTK_ENTRY(period), month);
    g_free(month);
    g_signal_connect(period, "activate", G_CALLBACK(figures_refresh), NULL);
    for (i = 0; i < COLUMNS; i++) {
        gtk_tree_view_append_column(GTK_TREE_VIEW(table), gtk_tree_view_column_new_with_attributes(
            HEADS[i], gtk_cell_renderer_text_new(), "text", i, NULL));
    }
    gtk_container_add(GTK_CONTAINER(scroll), table);
    gtk_box_pack_start(GTK_BOX(page), period, FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(page), summary, FALSE, FALSE, 6);
    gtk_box_pack_start(GTK_BOX(page), scroll, TRUE, TRUE, 0);
    return page;
}
