"""Pages for those who build Sideline; there with SIDELINE_DEV=1 only."""
