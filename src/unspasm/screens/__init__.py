"""One screen a module, its style beside it. Screens draw what they are handed."""
