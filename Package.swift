// swift-tools-version: 6.2
import PackageDescription

/// Each room of the house is one target; which room may import which is set out in docs/architecture.md.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// - Parameter goldenFiles: what the room's tests read from beside themselves.
func room(
    _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil, goldenFiles: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.init(stringLiteral: name)] + dependencies + (name.needsAStore ? ["TestSupport"] : []),
            exclude: goldenFiles, swiftSettings: strict),
    ]
}

extension String {
    /// Rooms whose tests are given a fresh store on each engine.
    var needsAStore: Bool { ["Records", "Office", "Web", "ThroughlineCommands"].contains(self) }
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let nio: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let posix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")

let package = Package(
    name: "throughline",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "throughline", targets: ["throughline"]),
        .library(name: "Casework", targets: ["Casework"]),
        .library(name: "Insight", targets: ["Insight"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: room("Kernel")
        + room("Casework", ["Kernel"], goldenFiles: ["Appointments/Notices", "Samples", "Sharing/powers.txt"])
        + room(
            "Programmes", ["Casework", "Kernel", .product(name: "Yams", package: "Yams")],
            resources: [.copy("Definitions")], goldenFiles: ["Fixtures"])
        + room("Insight", ["Kernel"])
        + room(
            "Records",
            [
                "Casework", "CPostgreSQL", "Kernel", "Programmes", crypto, logging, nio, posix,
                .product(name: "GRDB", package: "GRDB.swift"),
            ])
        + room(
            "Office",
            [
                "Casework", "CZlib", "Insight", "Kernel", "Programmes", "Records", crypto, logging, nio, posix,
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], goldenFiles: ["Sharing/reach.txt"])
        + room(
            "Web",
            [
                "Casework", "Insight", "Kernel", "Office", "Programmes", "Records", crypto, logging, nio,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ])
        + room(
            "ThroughlineCommands",
            [
                "Casework", "Insight", "Kernel", "Office", "Programmes", "Records", "Web", crypto, logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ])
        + [
            .target(
                name: "TestSupport", dependencies: ["CPostgreSQL", "Kernel", "Records"], path: "Tests/TestSupport",
                swiftSettings: strict),
            .systemLibrary(name: "CPostgreSQL", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
            .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
            .executableTarget(name: "throughline", dependencies: ["ThroughlineCommands"], swiftSettings: strict),
            .executableTarget(
                name: "bench",
                dependencies: [
                    "Casework", "Kernel", "Office", "Programmes", "Records", logging, nio,
                    .product(name: "GRDB", package: "GRDB.swift"),
                    .product(name: "Hummingbird", package: "hummingbird"),
                ], path: "Benchmarks/Bench", swiftSettings: strict),
        ]
)
