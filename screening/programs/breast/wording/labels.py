"""What the codes of breasts and modalities are called inside a sentence."""

from collections.abc import Mapping

from screening.protocol.wording import N_

BREASTS: Mapping[str, str] = {"left": N_("Left breast"), "right": N_("Right breast")}
MODALITIES: Mapping[str, str] = {
    "mg": N_("mammography"),
    "us": N_("ultrasound"),
    "mri": N_("MRI"),
}
YES_NO: Mapping[str, str] = {"yes": N_("yes"), "no": N_("no")}
