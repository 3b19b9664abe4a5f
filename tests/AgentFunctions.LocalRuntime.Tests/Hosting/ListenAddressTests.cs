using AgentFunctions.LocalRuntime.Hosting;
using Microsoft.Extensions.Configuration;

namespace AgentFunctions.LocalRuntime.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("nothing said", "", "", "", "", "http://127.0.0.1:7071")]
    [InlineData("local.settings.json", "", "", "", "7000", "http://127.0.0.1:7000")]
    [InlineData("--port", "--port 7072", "", "", "7000", "http://127.0.0.1:7072")]
    [InlineData("--port=", "--port=7072", "", "", "", "http://127.0.0.1:7072")]
    [InlineData("-p", "-p 0", "", "", "", "http://127.0.0.1:0")]
    [InlineData("--port over the environment", "--port 7072", "urls", "http://127.0.0.1:1", "", "http://127.0.0.1:7072")]
    [InlineData("--urls over --port", "--port 7072 --urls http://127.0.0.1:2", "", "", "", null)]
    [InlineData("ASPNETCORE_URLS", "", "urls", "http://127.0.0.1:1", "7000", null)]
    [InlineData("ASPNETCORE_HTTP_PORTS", "", "http_ports", "8080", "", null)]
    public void The_address_is_the_nearest_that_was_said(string said, string arguments, string key, string value, string localPort, string? expected)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        ListenAddress.Choose(arguments.Split(' '), configuration, localPort.Length == 0 ? null : int.Parse(localPort)).ShouldBe(expected, said);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port x")]
    [InlineData("--port -1")]
    [InlineData("--port=65536")]
    public void A_port_that_is_none_is_refused(string arguments) =>
        Should.Throw<StartRefusedException>(() => ListenAddress.Choose(arguments.Split(' '), new ConfigurationBuilder().Build(), localSettingsPort: null))
            .Message.ShouldContain("needs a port from 0 to 65535");
}
