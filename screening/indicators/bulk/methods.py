"""What the methods of the statistics are called, by the codes that files name them with."""

from collections.abc import Mapping

from screening.protocol.wording import N_

OF_PROPORTIONS: Mapping[str, str] = {
    "wilson": N_("Wilson's score interval"),
    "clopper_pearson": N_("Clopper and Pearson's exact interval"),
    "wilson_cc": N_("Wilson's score interval with continuity correction"),
    "wald": N_("normal approximation (Wald), only to reproduce published tables"),
}
OF_RATES: Mapping[str, str] = {
    "garwood_exact": N_("Garwood's exact Poisson interval"),
    "byar_breslow_day": N_("Byar's approximation, Breslow and Day"),
    "byar_rothman_x_plus_half": N_("Byar's name for another formula, half an event added"),
}
OF_DIFFERENCES: Mapping[str, str] = {
    "newcombe_hybrid_score": N_("Newcombe's hybrid score interval"),
    "newcombe_hybrid_score_cc": N_("Newcombe's hybrid score interval with continuity correction"),
}
OF_DIRECT_RATES: Mapping[str, str] = {
    "fay_feuer_gamma": N_("Fay and Feuer's gamma interval"),
    "dobson_byar": N_("Dobson's interval over Byar's limits"),
    "dobson_exact": N_("Dobson's interval over exact limits"),
    "normal": N_("normal approximation, only for comparison"),
}
OF_RATIOS: Mapping[str, str] = {
    "garwood_exact": N_("exact Poisson limits over the expected number"),
    "byar_breslow_day": N_("Byar's limits over the expected number"),
    "phe_rule": N_("exact below 10 observed, Byar's from 10"),
    "log_normal": N_("limits symmetric on the logarithm, only for comparison"),
}
RATIO, WITH_SPREAD, WITHOUT_SPREAD = "exact_poisson", "arcsine_additive_od", "arcsine_no_od"
OF_FUNNELS: Mapping[str, str] = {
    "exact_binomial_interpolated": N_("exact binomial limits, interpolated (Spiegelhalter 2005)"),
    "exact_binomial_quantile": N_("exact binomial quantiles"),
    "normal": N_("normal approximation"),
    "wilson_inverted": N_("Wilson's interval inverted, which is the normal approximation"),
    RATIO: N_("exact Poisson limits of the expected number, over it"),
    WITHOUT_SPREAD: N_("arcsine limits without overdispersion"),
    WITH_SPREAD: N_("arcsine limits with additive overdispersion"),
}
