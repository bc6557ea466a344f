"""What each Lung-RADS category means, as the participant is told: no medical words, no alarm."""

from screening.protocol.wording import N_

PLAIN = {
    "0": N_("The images are not yet enough to say what your lungs look like."),
    "1": N_("No spots that need to be watched were seen in your lungs."),
    "2": N_(
        "Small spots were seen in your lungs, as in very many people. They look harmless and only "
        "need to be looked at again at the next screening exam."
    ),
    "3": N_(
        "A spot was seen in your lungs that is most probably harmless. To be safe it is looked at "
        "again earlier than usual."
    ),
    "4A": N_(
        "A spot was seen in your lungs that has to be looked at again soon. Most spots of this "
        "kind are not cancer."
    ),
    "4B": N_(
        "A spot was seen in your lungs that has to be examined more closely now. This does not "
        "mean that you have cancer; it has to be found out."
    ),
}
PLAIN["4X"] = PLAIN["4B"]
