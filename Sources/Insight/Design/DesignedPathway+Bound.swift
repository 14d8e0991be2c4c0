extension DesignedPathway {
    /// A pathway with its activities looked up.
    struct Bound {
        let steps: [BoundStep]

        init(_ pathway: DesignedPathway, naming tables: inout LogTables) {
            var steps: [BoundStep] = []
            for step in pathway.steps { steps.append(BoundStep(step, naming: &tables)) }
            self.steps = steps
        }

        /// Every activity that a step speaks of.
        var known: Set<Int32> { steps.reduce(into: Set<Int32>()) { $0.formUnion($1.known) } }

        /// What each step comes to in a case.
        ///
        /// A step is due once its clock has started and, if it did not happen, its latest moment is past when the log
        /// ends; one with no latest moment is due once something later in the pathway has happened. Steps out of order
        /// are the fewest whose taking out leaves the rest in order.
        /// - Parameter until: the last moment in the log.
        func findings(_ life: KeptCase, until: Int64) -> [StepFinding] {
            guard !life.events.isEmpty else { return Array(repeating: StepFinding(), count: steps.count) }
            let places = steps.map { $0.place(in: life) }
            var findings = zip(steps, places).map { $0.finding(at: $1, in: life, until: until) }
            for number in steps.indices where steps[number].isMissed(places[number], before: places[(number + 1)...]) {
                findings[number] = .skipped
            }
            let happened = steps.indices.filter { places[$0] != nil }
            for (number, days) in Self.disorder(happened.map { places[$0] ?? 0 }, life) {
                findings[happened[number]].departures[.outOfOrder] = days
            }
            return findings
        }

        /// Those of a list of places that are not in its longest rising part, with the milliseconds from each to the
        /// nearest moment at which it would have stood in order.
        private static func disorder(_ places: [Int], _ life: KeptCase) -> [(number: Int, time: Int64)] {
            let wrong = outOfOrder(places)
            guard !wrong.isEmpty else { return [] }
            let right = places.indices.filter { !wrong.contains($0) }
            func time(_ number: Int) -> Int64 { life.events[places[number]].time }
            return wrong.map { number -> (number: Int, time: Int64) in
                if let before = right.last(where: { $0 < number }), places[number] < places[before] {
                    return (number, time(before) - time(number))
                }
                return (number, right.first { $0 > number }.map { time(number) - time($0) } ?? 0)
            }
        }

        /// The places in a list that are not in its longest rising part, the first such part.
        static func outOfOrder(_ list: [Int]) -> [Int] {
            var (length, before) = ([Int](repeating: 1, count: list.count), [Int?](repeating: nil, count: list.count))
            for place in list.indices {
                for earlier in 0..<place where list[earlier] <= list[place] && length[earlier] + 1 > length[place] {
                    (length[place], before[place]) = (length[earlier] + 1, earlier)
                }
            }
            var kept: Set<Int> = []
            var place = list.indices.max { (length[$0], $1) < (length[$1], $0) }
            while let now = place {
                kept.insert(now)
                place = before[now]
            }
            return list.indices.filter { !kept.contains($0) }
        }
    }
}
