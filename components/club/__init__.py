"""The club itself: its door, its members, its teams."""
