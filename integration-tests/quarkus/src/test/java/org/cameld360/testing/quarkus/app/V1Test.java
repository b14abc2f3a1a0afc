package org.cameld360.testing.quarkus.app;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.cameld360.simulator.ApiVersion;

@QuarkusTest
@WithTestResource(value = SimulatorResource.class, initArgs = @ResourceArg(name = "api", value = "v1"))
class V1Test extends FourOperations {

    V1Test() {
        super(ApiVersion.V1);
    }
}
