using Microsoft.Extensions.Options;

namespace AgentFunctions.Security;

/// <summary>Checks each option by its attributes.</summary>
[OptionsValidator]
internal sealed partial class SecurityOptionsValidator : IValidateOptions<SecurityOptions>;
