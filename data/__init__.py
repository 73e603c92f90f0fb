"""Where it is kept: database, stores, embedder and index. Code only; files live in SIDELINE_HOME."""
