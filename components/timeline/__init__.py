"""The timeline tab: logs and clips in order of time, made searchable by meaning, each one tap from its moment."""
