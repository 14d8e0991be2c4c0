import Kernel

/// Whether an adviser suits somebody: asked wherever a person is given an adviser, and wherever a meeting with one is
/// booked (K-003, K-016 to K-018). Whoever is refused learns neither the need nor its reason.
extension CaseFile {
    /// - Refuses: to give them an adviser who does not offer what they need. The sentence is the same for a notice and
    ///   for a wish, so that it tells neither.
    func requireSuitable(in context: Context) throws(Refusal) {
        try require(
            safety.needs(on: context.today, at: context.surroundings.officeOffers), field: "adviser",
            or:
                "Choose one who is marked as suiting them. If nobody is, say on the page about advisers what each can offer, or talk to the safeguarding lead.",
            in: context)
    }

    /// - Refuses: a meeting with an adviser who does not offer what it needs, or at a place that is on no list of offices
    ///   (K-018).
    /// - Parameter field: what can be changed on the form.
    func requireSuitable(_ mode: ContactMode, field: String, in context: Context) throws(Refusal) {
        guard context.surroundings.officeIsThere != false || !mode.isInPerson else {
            throw Refusal(
                "appointment.office", "Nobody meets at a place that is not on the list of offices. Choose an office.",
                rule: "K-018", field: "office")
        }
        let needs = safety.needs(on: context.today, meeting: mode, at: context.surroundings.officeOffers)
        try require(
            needs, field: field,
            or:
                "Talk by phone or video, have somebody who is marked as suiting them meet them, or say on the page about advisers what each can offer.",
            in: context)
    }

    private func require(
        _ needs: Set<AdviserOffer>, field: String, or remedy: String, in context: Context
    ) throws(Refusal) {
        guard let offers = context.surroundings.adviserOffers, !needs.isSubset(of: offers) else { return }
        throw Refusal(
            "assign.suits",
            "This person needs something that this adviser is not marked for. \(remedy)",
            rule: "K-003", field: field)
    }
}
