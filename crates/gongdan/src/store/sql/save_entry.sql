-- An entry of the register as it stands now.
INSERT INTO entry (region_id, species, entry_id, last_seq, name, channel_kind, parent_id,
                   group_name, display_order, retired_at, merged_at, merged_into)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
ON CONFLICT (region_id, species, entry_id) DO UPDATE SET
    last_seq = excluded.last_seq, name = excluded.name, parent_id = excluded.parent_id,
    group_name = excluded.group_name, display_order = excluded.display_order,
    retired_at = excluded.retired_at, merged_at = excluded.merged_at,
    merged_into = excluded.merged_into
