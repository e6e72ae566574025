"""The widths of the columns of tables: what each needs, and which have the fewest lines."""
