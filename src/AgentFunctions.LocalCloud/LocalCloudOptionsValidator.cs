using Microsoft.Extensions.Options;

namespace AgentFunctions.LocalCloud;

[OptionsValidator]
internal sealed partial class LocalCloudOptionsValidator : IValidateOptions<LocalCloudOptions>;
