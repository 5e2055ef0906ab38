"""The rules and machines of unspasm: pure values and functions, standard library only.

No clock, no file, no print, no sentence for the person. Whoever wants to know what unspasm decides
reads this package with `content/en/checklist.toml` and `course.toml` beside it.
"""
