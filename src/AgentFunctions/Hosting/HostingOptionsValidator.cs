using Microsoft.Extensions.Options;

namespace AgentFunctions.Hosting;

[OptionsValidator]
internal sealed partial class HostingOptionsValidator : IValidateOptions<HostingOptions>;
