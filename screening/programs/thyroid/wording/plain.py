"""What each category means, as the participant is told: no medical words, no alarm."""

from collections.abc import Mapping

from screening.protocol.wording import N_

NOTHING = N_("No lump that needs attention was seen in your thyroid.")
HARMLESS = N_(
    "A lump was seen in your thyroid, as in very many people. By its look it is harmless."
)
LIKELY_HARMLESS = N_(
    "A lump was seen in your thyroid, as in very many people. It is most probably harmless."
)
UNCLEAR = N_(
    "A lump was seen in your thyroid. Its look does not yet say for sure that it is harmless; most "
    "lumps of this kind are not cancer."
)
SUSPICIOUS = N_(
    "A lump was seen in your thyroid whose look can be that of a cancer. This does not mean that "
    "you have cancer, and such cancers mostly grow very slowly. Its size helps to decide what is "
    "done next."
)
KNOWN = N_("The lump in your thyroid was examined before, and you were told what it is.")

ACR: Mapping[str, str] = {
    "TR1": N_("Nothing was seen in your thyroid that needs attention."),
    "TR2": HARMLESS,
    "TR3": LIKELY_HARMLESS,
    "TR4": UNCLEAR,
    "TR5": SUSPICIOUS,
}
CHINESE: Mapping[str, str] = {
    "1": NOTHING,
    "2": HARMLESS,
    "3": LIKELY_HARMLESS,
    "4A": UNCLEAR,
    "4B": UNCLEAR,
    "4C": SUSPICIOUS,
    "5": SUSPICIOUS,
    "6": KNOWN,
}
