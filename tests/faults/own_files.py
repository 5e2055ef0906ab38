"""What somebody may have in the home of unspasm beside the record, as it should be."""

SETTINGS = """\
# What unspasm does on this computer.
face = "full"
welcome = false
theme = "unspasm-dark"
motion = true
figure = "blocks"
sound = "bell"
plain_voice = false
quiet_from = "22:00"
quiet_to = "07:00"
pack_minutes = 12
country = "GB"
emergency_number = "112"
activities = ["walk the dog", "tie my shoes"]

[keys]
"app.help" = "f1"
"""
ROUTINE = """\
id = "mine"
name = "Home programme"
from = "my physiotherapist"
note = "Twice a day, for six weeks."

[[step]]
stretch = "cat_cow"

[[step]]
stretch = "bridge"
seconds = 5
repeats = 10
sets = 3

[[step]]
name = "Heel slides"
from = "my physiotherapist"
steps = ["Lie on your back, knees bent.", "Slide one heel away and back again."]
kind = "move"
seconds = 4
repeats = 10
sides = "both"
place = "back"
strength = false
back = "neutral"
"""
