namespace AgentFunctions.Hosting;

/// <summary>Why a request was not answered. A closed set: the wire names, statuses and titles are in <see cref="ProblemKind"/>.</summary>
internal enum ProblemCode
{
    // The last resort is the default, so that a forgotten code is never mistaken for a milder one.
    InternalError = 0,
    ActorNotCaller,
    AgentNotAccepted,
    BodyTimeout,
    BodyTooLarge,
    Conflict,
    DeadlineExceeded,
    FunctionNotDeclared,
    ImportsBusy,
    ImportUnderWay,
    InvalidJson,
    InvalidPath,
    InvalidRequest,
    InvalidToken,
    IssuerUnavailable,
    LedgerUnavailable,
    NotFound,
    PersonNotLiving,
    PreconditionFailed,
    PreconditionRequired,
    RoleMissing,
    SecondPersonRequired,
    StorageUnavailable,
    TokenMissing,
    UnsupportedMediaType,
}
