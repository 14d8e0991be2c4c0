import Foundation
import Testing

@testable import Insight

/// Drawings are read in black and white, by poor printers and at twice the size (WCAG 2.2, 1.4.1, 1.4.3 and 1.4.4).
@Suite("Drawings that everybody can read")
struct ReadableDrawingTests {
    /// A map with a step back to its own box, beside a pathway, and two cohorts of which one is not mature.
    private func drawings() throws -> [(name: String, svg: String)] {
        let log = LogText(
            cases: Array(repeating: [("a", 0), ("b", 60), ("b", 40_000), ("c", 40_010)], count: 9) + [[("a", 0)]])
        let designed = DesignedPathway(title: "A", steps: [.init(title: "Begin", activity: "a")])
        let lived = try LivedPathway(.xes(HeldBytes(Array(log.text.utf8))), designed)
        let map = try #require(MapDrawing(ShownMap(try log.map()), lived: lived)).svg
        return [("map", map), ("curves", try curves())]
    }

    private func curves() throws -> String {
        func cohort(_ name: String, from number: Int, begun: Int) -> [ExportedJourney] {
            (0..<40).map { place in
                let work: [(String, Int)] = place < 20 ? [("work", begun + 3 + place % 3 * 7)] : []
                return MadeUpCohort.journey(number + place, cohort: name, [("begin", begun)] + work)
            }
        }
        let last = MadeUpCohort.journey(1000, cohort: "none", [("begin", 100)])
        let journeys = cohort("one", from: 0, begun: 0) + cohort("two", from: 100, begun: 85) + [last]
        let comparison = try CohortComparison(
            .journeys { take in for journey in journeys { try take(journey) } }, ("One", .says("cohort", "one")),
            ("Two", .says("cohort", "two")), CohortQuestion(reaching: "work", within: 30))
        return try #require(CohortCurves(comparison).svg)
    }

    // MARK: Black and white

    @Test("Every colour is a grey, so that a printer without colours loses nothing (WCAG 1.4.1)")
    func greys() throws {
        for (name, svg) in try drawings() {
            let colours = svg.matches(of: /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/)
            #expect(!colours.isEmpty)
            for colour in colours {
                let (all, red, green, blue) = colour.output
                #expect(red == green && green == blue, "\(name): \(all)")
            }
            #expect(!svg.contains(/(fill|stroke)="(?!#|none|url\()/), "\(name) names a colour")
        }
    }

    @Test("With its greys taken away, what differs still differs: by width, by dashes, by border and by words")
    func withoutColours() throws {
        let (map, curves) = (bare(try drawings()[0].svg), bare(try drawings()[1].svg))
        // The wait is a full line over dots; a wide step is of more people; a step too long for its line is cut.
        #expect(map.contains("stroke-dasharray=\"2 4\"") && map.contains("class=\"cut\""))
        #expect(Set(values("stroke-width", map)).count >= 4)
        // A step of the pathway has a second border within that of its box, and says so.
        #expect(map.contains("class=\"designed\"") && map.contains(">Begin: kept by all 10</text>"))
        #expect(map.contains("half as wide is half as many") && map.contains("dots add no time"))
        // No two lines of the curves are drawn alike, nor are their intervals.
        let lines = curves.split(separator: "\n").filter { $0.contains("class=\"curve\"") }.map {
            values("stroke-dasharray", String($0)) + values("stroke-width", String($0))
        }
        #expect(lines.count >= 2 && Set(lines).count == lines.count)
        let leans = values("patternTransform", curves)
        #expect(leans == ["rotate(45)", "rotate(-45)"])
        #expect(curves.contains("url(#interval-1)") && curves.contains("url(#interval-2)"))
        #expect(curves.contains(">One</text>") && curves.contains(">Two (not mature)</text>"))
    }

    private func bare(_ svg: String) -> String { svg.replacing(/#[0-9a-f]{6}\b/, with: "#000000") }

    private func values(_ name: String, _ svg: String) -> [String] {
        svg.matches(of: /([a-zA-Z-]+)="([^"]*)"/).filter { $0.output.1 == name }.map { String($0.output.2) }
    }

    // MARK: Contrast

    @Test("Every word stands out from what is under it by 4.5 to 1 or more (WCAG 1.4.3)")
    func contrast() throws {
        for (name, svg) in try drawings() {
            let (texts, worst) = leastContrast(svg)
            #expect(texts > 10)
            #expect(worst >= 4.5, "\(name): \(worst)")
        }
        let pale =
            ##"<svg fill="#1a1a1a"><rect width="100%" fill="#ffffff"/><text x="1" y="9" fill="#8a8a8a">a</text></svg>"##
        #expect(leastContrast(pale).worst < 4.5, "a pale word is found")
    }

    /// How many words there are, and the least contrast of any with the last rectangle that was laid under it. One that
    /// lets through what is beneath is reckoned to lie on the darkest line there is.
    private func leastContrast(_ svg: String) -> (texts: Int, worst: Double) {
        struct Laid {
            let x: ClosedRange<Double>
            let y: ClosedRange<Double>
            let grey: Double
        }
        let everywhere = -Double.infinity...Double.infinity
        var (laid, texts, worst): ([Laid], Int, Double) = ([], 0, .infinity)
        for tag in svg.matches(of: /<(rect|text|svg)\b([^>]*)>/) {
            let said = Dictionary(
                tag.output.2.matches(of: /([a-zA-Z-]+)="([^"]*)"/).map { (String($0.output.1), String($0.output.2)) },
                uniquingKeysWith: { first, _ in first })
            let (x, y) = (said["x"].flatMap(Double.init) ?? 0, said["y"].flatMap(Double.init) ?? 0)
            switch tag.output.1 {
            case "rect":
                guard let fill = said["fill"], fill.hasPrefix("#") else { continue }
                let over = said["fill-opacity"].flatMap(Double.init) ?? 1
                let grey = over * grey(fill) + (1 - over) * grey("#6b6b6b")
                if let width = said["width"].flatMap(Double.init), let height = said["height"].flatMap(Double.init) {
                    laid.append(Laid(x: x...(x + width), y: y...(y + height), grey: grey))
                } else {
                    laid.append(Laid(x: everywhere, y: everywhere, grey: grey))
                }
            case "text":
                texts += 1
                // The middle of its letters is a little above its line.
                let under = laid.last { $0.x.contains(x) && $0.y.contains(y - 4) }?.grey ?? 255
                worst = min(worst, ratio(grey(said["fill"] ?? "#1a1a1a"), under))
            default: #expect(said["fill"] == "#1a1a1a", "words are dark unless they say otherwise")
            }
        }
        return (texts, worst)
    }

    private func grey(_ colour: String) -> Double { Double(Int(colour.dropFirst().prefix(2), radix: 16) ?? 0) }

    /// WCAG 2.2: (lighter + 0.05) / (darker + 0.05), of relative luminances, which of a grey are its own.
    private func ratio(_ one: Double, _ other: Double) -> Double {
        func luminance(_ grey: Double) -> Double {
            let part = grey / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        let (a, b) = (luminance(one), luminance(other))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("No words run past the edge of a map, however narrow it is and however long its longest wait")
    func edges() throws {
        for days in [1, 9, 20, 45, 100, 400] {
            let journey = MadeUpCohort.journey(1, cohort: "one", [("a", 0), ("b", days)])
            let map = try JourneyMap(.journeys { take in try take(journey) })
            let svg = try #require(MapDrawing(ShownMap(map))).svg
            let width = try #require(values("width", svg).first.flatMap(Double.init))
            let texts = svg.matches(of: /<text x="([0-9.]+)" y="[0-9.]+">([^<]+)<\/text>/)
            #expect(texts.count >= 3)
            for text in texts {
                let end = (Double(text.output.1) ?? 0) + 6 * Double(text.output.2.count)
                #expect(end <= width, "\(text.output.2), \(days) days")
            }
        }
    }

    // MARK: Larger

    @Test("Sizes are in units of the drawing, so that letters grow with it, and none is below twelve (WCAG 1.4.4)")
    func sizes() throws {
        for (name, svg) in try drawings() {
            let (box, wide, high) = (values("viewBox", svg), values("width", svg), values("height", svg))
            #expect(box == ["0 0 \(try #require(wide.first)) \(try #require(high.first))"], "\(name) has another size")
            let sizes = values("font-size", svg)
            #expect(!sizes.isEmpty && sizes.allSatisfy { Double($0).map { $0 >= 12 } ?? false }, "\(name): \(sizes)")
            #expect(!svg.contains("style=") && !svg.contains("px"), "\(name) has sizes of its own")
        }
    }
}
