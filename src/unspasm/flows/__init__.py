"""What leads from screen to screen, for journeys that pass several of them."""
