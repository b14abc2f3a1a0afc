package org.cameld360.testing.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class MeterApplication {

    public static void main(String[] args) {
        SpringApplication.run(MeterApplication.class, args);
    }
}
