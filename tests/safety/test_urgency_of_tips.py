"""Every fact that is worth something is told in a tip, and with no less urgency than in the table.

A person who reads a tip in place of the check must not be told to wait where the check would not.
"""

from collections.abc import Mapping

import pytest
from tests.journeys.houses import CATALOGUE
from tests.safety.tables import FactLine, facts_table

from unspasm.domain.urgency import Urgency

TIPS = CATALOGUE.tips.tips
SAID: Mapping[Urgency, tuple[str, ...]] = {
    Urgency.EMERGENCY: ("emergency number now", "emergency number.", "crisis line"),
    Urgency.SAME_DAY: ("today", "poisons line or a doctor now"),
    Urgency.SOON: ("next few days",),
    Urgency.ROUTINE: ("ordinary visit", "tell your midwife"),
}
"""What a tip says for each urgency; any one is enough, and so is one of a higher urgency."""
TOLD = {
    "numb-between-legs": "saddle_numb",
    "cannot-pee": "urine_hard_to_start urine_cannot_pass urine_leak_new bladder_feeling_lost "
    "no_pee_12h",
    "cannot-hold-poo": "bowel_control_lost_new bowel_feeling_lost",
    "sex-changed": "sex_function_lost_new",
    "both-legs": "both_legs_symptoms",
    "leg-weak": "leg_weak_sudden_severe leg_weak_progressive foot_drop_new "
    "leg_weak_one_mild_steady",
    "legs-unsteady": "gait_unsteady",
    "arm-or-hand": "hand_clumsy arm_pain_tingle arm_weak arm_weak_sudden",
    "pain-down-one-leg": "leg_pain_one_below_knee leg_tingle_numb_one",
    "chest-pain": "chest_pain breathless pain_to_arm_jaw_neck",
    "fainted-or-sweating": "sweaty_clammy fainted",
    "ripping-pain": "sudden_tearing_pain",
    "beating-belly": "belly_pulse",
    "swollen-calf": "calf_swollen_one coughing_blood",
    "deep-breath": "pain_on_deep_breath shoulder_tip_pain",
    "pain-on-stairs": "exertional_pain_eases_rest",
    "strong-belly-pain": "belly_pain belly_pain_severe nausea_vomiting",
    "pee-burns": "jaundice pee_burning pee_often pee_blood dark_urine",
    "fever": "fever shivering feels_very_unwell very_low_temp",
    "very-ill": "confused_drowsy stiff_neck_bad_headache skin_mottled_or_breathing_fast",
    "pain-under-ribs": "flank_pain pain_waves_to_groin",
    "infection-risk": "recent_infection immune_weak iv_drug_use tb_risk spine_procedure_recent",
    "night-sweats": "night_sweats",
    "after-an-accident": "major_accident",
    "bruise-or-lump": "spine_bruise shape_change_or_lump",
    "blood-thinner": "blood_thinner",
    "had-cancer": "cancer_history",
    "weight-loss": "weight_loss",
    "pain-at-night": "night_or_rest_pain worse_lying_flat",
    "tight-band": "band_pain",
    "between-shoulder-blades": "upper_back_site",
    "worse-with-a-cough": "cough_sneeze_worse",
    "blisters": "blister_rash_band",
    "legs-heavy-walking": "leg_heavy_walk_eased_sitting",
    "pregnant": "pregnant regular_tightenings waters_broken baby_moves_less "
    "headache_or_vision_pregnant",
    "jaw-or-whole-body": "jaw_stiff_whole_body_spasm",
    "sore-all-over": "widespread_muscle_pain",
    "medicines-that-add": "new_statin",
    "too-much-painkiller": "too_much_painkiller",
    "thoughts-of-ending-life": "suicidal_thoughts",
    "pain-will-not-ease": "no_relief_severe",
    "cannot-do-normal-things": "cannot_do_normal_things",
    "stuck-and-cannot-rise": "cannot_walk_to_toilet cannot_get_up",
    "come-back": "recurrent_same_place_3plus",
    "worried": "worried",
}
"""The tip that is about a fact."""
TIP_OF = {fact: tip for tip, facts in TOLD.items() for fact in facts.split()}
WORTH = [line for line in facts_table().facts.values() if line.alone > Urgency.SELF_CARE]


def speaks(text: str, least: Urgency) -> bool:
    """Whether a text speaks of that urgency, or of a higher one."""
    said = [words for urgency, every in SAID.items() if urgency >= least for words in every]
    return any(words in text.casefold() for words in said)


def says(tip: str, least: Urgency) -> bool:
    """The same of all that a tip says."""
    return speaks(" ".join([TIPS[tip].lead, *TIPS[tip].lines]), least)


@pytest.mark.parametrize("line", WORTH, ids=lambda line: line.fact)
def test_a_fact_is_told_in_a_tip_with_its_urgency(line: FactLine) -> None:
    tip = TIP_OF.get(line.fact)
    assert tip, f"no tip is about {line.fact}"
    assert says(tip, line.alone)


@pytest.mark.parametrize("tip", sorted(TOLD.keys() - {"medicines-that-add", "come-back"}))
def test_the_lead_of_a_tip_says_no_less_than_the_mildest_of_its_facts(tip: str) -> None:
    known = facts_table().facts
    assert speaks(TIPS[tip].lead, min(known[fact].alone for fact in TOLD[tip].split()))


def test_what_raises_a_fact_to_an_emergency_is_told_beside_it() -> None:
    raised = {line.fact for line in facts_table().raises if line.to is Urgency.EMERGENCY}
    missing = [
        fact for fact in sorted(raised & TIP_OF.keys()) if not says(TIP_OF[fact], Urgency.EMERGENCY)
    ]
    assert not missing


def test_what_is_an_emergency_alone_is_never_left_to_the_check() -> None:
    """Chest pain and both legs are named in many tips that are about something else."""
    signs = ("chest pain", "short of breath", "both legs", "fainted", "coughing blood")
    left = [
        f"{tip.id}: {sentence}"
        for tip in TIPS.values()
        for sentence in (tip.lead, *tip.lines)
        if any(one in sentence.casefold() for one in signs) and "do the check" in sentence
    ]
    assert not left
