"""What progress and the page for a clinician read beside the days that they tell of.

Few rows, however long the record: what settles a check or a step, what ends a spasm, and who the
person is.
"""

from unspasm.domain.course_entries import CourseReached, CourseSeen, CourseShown
from unspasm.domain.entries import Called, EpisodeOver, Lapsed, Seen, TakenBack
from unspasm.domain.log_entries import Background, MyActivities
from unspasm.journal.records import kinds_of

ALWAYS = (
    *(Called, Seen, TakenBack, Lapsed, EpisodeOver),
    *(CourseReached, CourseShown, CourseSeen),
    *(Background, MyActivities),
)
ALWAYS_KINDS = "({})".format(", ".join(f"'{kind}'" for kind in kinds_of(ALWAYS)))
