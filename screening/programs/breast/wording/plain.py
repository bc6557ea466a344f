"""What each BI-RADS category means, as the participant is told: no medical words, no alarm."""

from screening.protocol.wording import N_

PLAIN = {
    "0": N_("The images are not yet enough to say what your breasts look like."),
    "1": N_("Nothing that needs to be watched was seen in your breasts."),
    "2": N_(
        "Something harmless was seen in your breasts, as in very many women. Nothing needs to be "
        "done about it."
    ),
    "3": N_(
        "Something was seen in your breasts that is most probably harmless. To be safe it is "
        "looked at again earlier than usual."
    ),
    "4": N_(
        "Something was seen in your breasts of which a small sample has to be taken. This does not "
        "mean that you have cancer; it has to be found out."
    ),
    "6": N_("The images show the disease that your doctors already know of."),
}
PLAIN |= dict.fromkeys(("4A", "4B", "4C", "5"), PLAIN["4"])
