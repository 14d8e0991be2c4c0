import Kernel

/// Which maps are being read, which are known, and what somebody who asks for one is therefore told.
struct ReadingsUnderWay: Sendable {
    /// One under way, or one that failed of which not everybody who waits has been told.
    private struct Reading: Sendable {
        let number: Int
        let asking: JourneyAsking
        let entries: Int
        let stoodAt: Instant
        let began: ContinuousClock.Instant
        var read = 0
        var lastAsked: ContinuousClock.Instant
        /// Who has been told that it goes on.
        var people: Set<Identifier<Person>>
        /// What lets go the requests that wait for its end.
        var ends: [AsyncStream<Void>.Continuation] = []
        var failure: (any Error)?

        func progress(at now: ContinuousClock.Instant, _ settings: JourneySettings) -> JourneyProgress {
            JourneyProgress(read: read, of: entries, in: began.duration(to: now), settings)
        }
    }

    /// What a request finds.
    enum Found: Sendable {
        case answer(JourneysAnswer)
        /// A reading to begin.
        case toBegin(Int)
        case underWay(Int)
    }

    private var cache: JourneyCache
    private var readings: [Reading] = []
    /// How many have been begun.
    private(set) var begun = 0

    init(keeping cache: JourneyCache) { self.cache = cache }

    private func place(of number: Int) -> Int? { readings.firstIndex { $0.number == number } }

    mutating func stop() { readings = [] }

    /// - Returns: what lets go the requests that wait for those under way.
    mutating func forget() -> [AsyncStream<Void>.Continuation] {
        cache.forget()
        defer { readings = [] }
        return readings.flatMap(\.ends)
    }

    // MARK: What a request finds

    /// - Throws: what the reading failed with that this person waited for.
    mutating func find(
        _ asking: JourneyAsking, with entries: Int, at moment: Instant, for person: Identifier<Person>,
        now: ContinuousClock.Instant, _ settings: JourneySettings
    ) throws -> Found {
        giveUp(allBut: asking.lastErasure)
        if let known = cache.known(asking, with: entries, at: now) { return .answer(known.told(with: entries)) }
        readings.removeAll { $0.failure != nil && $0.lastAsked.duration(to: now) >= settings.keptFor }
        if let place = readings.firstIndex(where: { $0.asking == asking }) {
            try throwFailure(at: place, to: person)
            if readings[place].failure == nil {
                readings[place].lastAsked = now
                readings[place].people.insert(person)
                return .underWay(readings[place].number)
            }
            // Somebody asks who did not wait for the one that failed.
            readings.remove(at: place)
        }
        let underWay = readings.filter { $0.failure == nil }.map { $0.progress(at: now, settings) }
        let next = underWay.min { ($0.secondsLeft ?? .max) < ($1.secondsLeft ?? .max) }
        if let next, underWay.count >= settings.atOnce { return .answer(.waiting(next)) }
        begun += 1
        readings.append(
            Reading(
                number: begun, asking: asking, entries: entries, stoodAt: moment, began: now, lastAsked: now,
                people: [person]))
        return .toBegin(begun)
    }

    /// Gives up what is read of the store as it was before something was erased: it is told to nobody any more.
    private mutating func giveUp(allBut erasure: String?) {
        for reading in readings where reading.asking.lastErasure != erasure {
            for end in reading.ends { end.finish() }
        }
        readings.removeAll { $0.asking.lastErasure != erasure }
    }

    /// Takes what lets a request go once a reading ends.
    /// - Returns: false where it has ended.
    mutating func wait(for number: Int, _ end: AsyncStream<Void>.Continuation) -> Bool {
        guard let place = place(of: number), readings[place].failure == nil else { return false }
        readings[place].ends.append(end)
        return true
    }

    /// - Throws: what the reading failed with.
    mutating func outcome(
        of number: Int, with entries: Int, for person: Identifier<Person>, now: ContinuousClock.Instant,
        _ settings: JourneySettings
    ) throws -> JourneysAnswer {
        if let kept = cache.answer(ofReading: number) { return kept.told(with: entries) }
        guard let place = place(of: number) else {
            // It was given up just now, and is begun anew by whoever looks again.
            return .reading(JourneyProgress(read: 0, of: entries, in: .zero, settings))
        }
        try throwFailure(at: place, to: person)
        return .reading(readings[place].progress(at: now, settings))
    }

    /// Tells a failure to somebody who waited, once.
    private mutating func throwFailure(at place: Int, to person: Identifier<Person>) throws {
        guard let failure = readings[place].failure, readings[place].people.remove(person) != nil else { return }
        if readings[place].people.isEmpty { readings.remove(at: place) }
        throw failure
    }

    // MARK: What a reading tells

    /// - Returns: whether it goes on: not where nobody has asked for it for a while.
    mutating func tell(_ number: Int, read: Int, now: ContinuousClock.Instant, _ settings: JourneySettings) -> Bool {
        guard let place = place(of: number) else { return false }
        guard readings[place].lastAsked.duration(to: now) < settings.keptFor else {
            readings.remove(at: place)
            return false
        }
        readings[place].read = read
        return true
    }

    /// - Returns: what lets go the requests that wait for it.
    mutating func end(
        _ number: Int, _ result: Result<JourneyReadings.Read, any Error>, now: ContinuousClock.Instant,
        _ settings: JourneySettings
    ) -> [AsyncStream<Void>.Continuation] {
        guard let place = place(of: number) else { return [] }
        let reading = readings[place]
        switch result {
        case .success(let read):
            readings.remove(at: place)
            let took = reading.began.duration(to: now)
            let heldUntil = took < settings.patience ? nil : now.advanced(by: max(took, settings.keptFor))
            cache.keep(
                JourneyCache.Kept(
                    asking: reading.asking, answer: read.answer, reading: number, entries: read.entries,
                    stoodAt: reading.stoodAt, heldUntil: heldUntil), at: now)
        case .failure(let error):
            readings[place].failure = error
            readings[place].lastAsked = now
            readings[place].ends = []
        }
        return reading.ends
    }
}
