"""The only room that knows SQL: schema, migrations, episodes, the log's rows, search."""
