/// The ids that the events and the objects of a log have had so far: each needs one of its own.
struct OCELIdentities {
    private var events: Set<ExactName> = []
    private var objects: Set<ExactName> = []

    /// - Throws: `LogFault` with the line of the second, when another event had its id.
    mutating func add(_ event: OCELReader.Happening, _ cursor: JSONCursor) throws(LogFault) {
        guard !events.insert(ExactName(event.id)).inserted else { return }
        throw cursor.fault(
            "Two events have the id “\(event.id.prefix(60))”. Each needs its own.", at: event.position)
    }

    /// - Throws: `LogFault` with the line of the second, when another object had its id.
    mutating func add(_ object: OCELReader.Object, _ cursor: JSONCursor) throws(LogFault) {
        guard !objects.insert(ExactName(object.id)).inserted else { return }
        throw cursor.fault(
            "Two objects have the id “\(object.id.prefix(60))”. Each needs its own.", at: object.position)
    }
}
