"""The same journeys line by line: append-only, no boxes, no cursor tricks."""
