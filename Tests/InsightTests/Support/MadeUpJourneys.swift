import Kernel

@testable import Insight

/// Some journeys of nobody, whose names and words need escaping.
struct MadeUpJourneys {
    let journeys: [ExportedJourney]

    init(seed: UInt64, count: Int = 30) {
        let random = RandomSource.seeded(seed)
        journeys = (0..<count).map { number in
            var moment = Instant(milliseconds: 1_325_376_000_000)
            let steps = (0..<1 + random.below(8)).map { _ in
                moment = moment.adding(minutes: 1 + random.below(20_000))
                let step = random.below(5)
                return ExportedJourney.Step(
                    activity: "Step \(step) <&\"'> é", kind: "step.\(step)", time: moment,
                    person: random.below(4) == 0 ? nil : "person \(random.below(3))",
                    agency: random.below(4) == 0 ? nil : "Agency \(random.below(3))", role: "adviser")
            }
            return ExportedJourney(
                id: "case \(number)",
                attributes: [
                    ("cohort", "2012-0\(1 + random.below(3))"), ("outcome", random.below(2) == 0 ? "work" : "no-work"),
                ],
                steps: steps)
        }
    }

    var xes: [UInt8] {
        var bytes: [UInt8] = []
        do {
            var writer = XESWriter { bytes += $0 }
            writer.begin(ExportedJourney.xesVersion)
            for element in ExportedJourney.xesHead { try writer.add(element) }
            for journey in journeys { try writer.add(journey.xes) }
            try writer.end()
        } catch { return [] }
        return bytes
    }
}
