"""The structured record of one thing seen on a lung screening CT."""

from screening.programs.lung.measuring import check_finding, compute_finding
from screening.protocol.fields import NOT_KNOWN, Choice, Field, FieldType, Limits, ShownWhen
from screening.protocol.program import FindingKind
from screening.protocol.wording import N_

NODULES = ("solid", "part_solid", "non_solid", "cavitary", "juxtapleural")
SEEN = (*NODULES, "airway", "cyst", "benign_calcification", "fat_containing")
FOLLOWED = (*NODULES, "airway", "cyst")

PRIOR_CATEGORIES = tuple(Choice(code, code) for code in ("1", "2", "3", "4A", "4B", "4X"))
DIAMETER = Limits.between("0.5", "200", "2", "60")

WHAT = (
    Field(
        "finding",
        N_("Finding"),
        FieldType.CHOICE,
        is_required=True,
        choices=(
            Choice("solid", N_("Solid nodule")),
            Choice("part_solid", N_("Part-solid nodule")),
            Choice("non_solid", N_("Non-solid nodule")),
            Choice("cavitary", N_("Cavitary nodule")),
            Choice("juxtapleural", N_("Juxtapleural nodule")),
            Choice("airway", N_("Airway nodule")),
            Choice("cyst", N_("Cyst")),
            Choice("benign_calcification", N_("Nodule with benign calcification")),
            Choice("fat_containing", N_("Nodule containing fat")),
            Choice("none", N_("No nodule")),
            Choice("prior_ct_pending", N_("Earlier CT being obtained for comparison")),
            Choice("incomplete_exam", N_("Lungs not completely seen")),
            Choice("infection_or_inflammation", N_("Signs of infection or inflammation")),
        ),
    ),
    Field(
        "status",
        N_("Change"),
        FieldType.CHOICE,
        hint=N_("Blank: derived from the earlier measurements of the same lesion"),
        choices=(
            Choice("baseline", N_("Baseline")),
            Choice("new", N_("Newly seen")),
            Choice("growing", N_("Growing (> 1.5 mm in 12 months)")),
            Choice("slow_growing", N_("Growing slowly over several exams")),
            Choice("threshold_crossed", N_("Higher size class without growth")),
            Choice("stable", N_("Stable")),
            Choice("decreased", N_("Smaller")),
            Choice("resolved", N_("Gone")),
            Choice("solid_component_new", N_("Solid part is new")),
            Choice("solid_component_growing", N_("Solid part is growing")),
            NOT_KNOWN,
        ),
        shown_when=ShownWhen("finding", SEEN),
    ),
    Field(
        "lobe",
        N_("Lobe"),
        FieldType.CHOICE,
        choices=(
            Choice("RUL", N_("Right upper lobe")),
            Choice("RML", N_("Right middle lobe")),
            Choice("RLL", N_("Right lower lobe")),
            Choice("LUL", N_("Left upper lobe")),
            Choice("lingula", N_("Lingula")),
            Choice("LLL", N_("Left lower lobe")),
            Choice("trachea_bronchus", N_("Trachea or bronchus")),
            NOT_KNOWN,
        ),
        shown_when=ShownWhen("finding", SEEN),
    ),
)

SIZE = (
    Field(
        "long_mm",
        N_("Long axis"),
        FieldType.DECIMAL,
        unit="mm",
        limits=DIAMETER,
        shown_when=ShownWhen("finding", SEEN),
    ),
    Field(
        "short_mm",
        N_("Short axis"),
        FieldType.DECIMAL,
        unit="mm",
        hint=N_("Perpendicular to the long axis"),
        limits=DIAMETER,
        shown_when=ShownWhen("finding", SEEN),
    ),
    Field(
        "mean_diameter_mm",
        N_("Mean diameter"),
        FieldType.DECIMAL,
        unit="mm",
        hint=N_("Computed from the two axes unless typed"),
        limits=DIAMETER,
        shown_when=ShownWhen("finding", SEEN),
    ),
    Field(
        "solid_component_mm",
        N_("Solid part, mean diameter"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("0", "200"),
        shown_when=ShownWhen("finding", ("part_solid",)),
    ),
    Field(
        "volume_mm3",
        N_("Volume"),
        FieldType.DECIMAL,
        unit="mm³",
        hint=N_("Where given, the volume decides"),
        limits=Limits.between("1", "4000000"),
        decimals=0,
        shown_when=ShownWhen("finding", NODULES),
    ),
    Field(
        "growth_mm_12m",
        N_("Rise of the mean diameter in 12 months"),
        FieldType.DECIMAL,
        unit="mm",
        limits=Limits.between("-100", "100"),
        shown_when=ShownWhen("finding", FOLLOWED),
    ),
)

COMPARISON = (
    Field(
        "prior_category",
        N_("Category on the earlier exam"),
        FieldType.CHOICE,
        hint=N_("Blank: taken from the same lesion on the earlier exam"),
        choices=(*PRIOR_CATEGORIES, NOT_KNOWN),
        shown_when=ShownWhen("status", ("stable", "decreased")),
    ),
    Field(
        "months_since_prior_ct",
        N_("Months since the earlier CT"),
        FieldType.DECIMAL,
        unit=N_("months"),
        hint=N_("Blank: counted from the earlier exam"),
        limits=Limits.between("0", "240", None, "36"),
        decimals=0,
        shown_when=ShownWhen("status", ("stable", "decreased")),
    ),
)

KINDS = (
    Field(
        "airway_level",
        N_("Level in the airway"),
        FieldType.CHOICE,
        choices=(
            Choice("subsegmental", N_("Subsegmental")),
            Choice("segmental_or_proximal", N_("Segmental or more proximal")),
            NOT_KNOWN,
        ),
        shown_when=ShownWhen("finding", ("airway",)),
    ),
    Field(
        "airway_content",
        N_("Content of the airway"),
        FieldType.CHOICE,
        hint=N_("Blank: soft tissue"),
        choices=(
            Choice("air_or_secretions", N_("Air or secretions")),
            Choice("tubular", N_("Tubular")),
        ),
        shown_when=ShownWhen("finding", ("airway",)),
    ),
    Field(
        "cyst_type",
        N_("Kind of cyst"),
        FieldType.CHOICE,
        choices=(
            Choice("thin_unilocular", N_("One chamber, wall thinner than 2 mm")),
            Choice("thick_unilocular", N_("One chamber, wall of 2 mm or more")),
            Choice("multilocular", N_("Several chambers")),
            Choice("became_multilocular", N_("Several chambers now, one before")),
            NOT_KNOWN,
        ),
        shown_when=ShownWhen("finding", ("cyst",)),
    ),
    Field(
        "cyst_change",
        N_("Change of the cyst"),
        FieldType.CHOICE,
        hint=N_("Blank: none"),
        choices=(
            Choice("cystic_component_growing", N_("Cystic part growing")),
            Choice("wall_or_nodularity_growing", N_("Wall or nodule growing")),
            Choice("multilocular_growing", N_("Growing, with several chambers")),
            Choice("increased_loculation", N_("More chambers")),
            Choice("new_or_increased_opacity", N_("New or more opacity")),
        ),
        shown_when=ShownWhen("finding", ("cyst",)),
    ),
    Field(
        "morphology",
        N_("Shape at the pleura"),
        FieldType.CHOICE,
        choices=(
            Choice("smooth_oval", N_("Smooth, oval")),
            Choice("smooth_lentiform", N_("Smooth, lentiform")),
            Choice("smooth_triangular", N_("Smooth, triangular")),
            Choice("irregular", N_("Irregular")),
            NOT_KNOWN,
        ),
        shown_when=ShownWhen("finding", ("juxtapleural",)),
    ),
)

JUDGMENT = (
    Field(
        "suspicious_features",
        N_("Suspicious features"),
        FieldType.CHOICES,
        hint=N_("Any of these raises category 3, 4A or 4B to 4X"),
        choices=(
            Choice("none", N_("None")),
            Choice("spiculation", N_("Spiculation")),
            Choice("lymphadenopathy", N_("Enlarged lymph nodes")),
            Choice("pleural_retraction", N_("Pleural retraction")),
            Choice("ggn_doubled_in_1_year", N_("Non-solid nodule doubled within a year")),
            Choice("metastatic_disease", N_("Metastatic disease")),
            Choice("chest_wall_invasion", N_("Chest wall invasion")),
            Choice("other", N_("Other")),
        ),
        shown_when=ShownWhen("finding", FOLLOWED),
    ),
    Field(
        "benign_after_workup",
        N_("Proven benign by work-up"),
        FieldType.YES_NO,
        shown_when=ShownWhen("finding", FOLLOWED),
    ),
    Field(
        "lesion_no",
        N_("Lesion number"),
        FieldType.INTEGER,
        hint=N_("The same number on every exam of one lesion"),
        limits=Limits.between("1", "999"),
        shown_when=ShownWhen("finding", SEEN),
    ),
    Field("comment", N_("Comment"), FieldType.TEXT),
)

FINDING = FindingKind(
    code="nodule",
    label=N_("Nodule or other finding"),
    fields=(*WHAT, *SIZE, *COMPARISON, *KINDS, *JUDGMENT),
    kind_field="finding",
    size_field="mean_diameter_mm",
    location_field="lobe",
    checks=check_finding,
    compute=compute_finding,
    nothing_seen="none",
)
