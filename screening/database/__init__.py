"""The database: engine, mapped base class, column types, transactions and migrations."""
