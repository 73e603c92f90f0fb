"""The streaming tab: choose a camera, watch it live, keep clips of what happens."""
