"""Runs a machine of the domain: commits its entries, then publishes its state."""
